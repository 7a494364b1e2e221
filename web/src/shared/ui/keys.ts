import { inject, onMounted, onUnmounted, shallowReactive } from 'vue'
import { rightsKey } from './rights'

/** One thing the keyboard can do here. */
export interface KeyBinding {
  /** `j`, `Enter`, `Ctrl+K`, `Shift+X`, or two strokes in a row: `g c`. */
  keys: string
  /** Catalogue key of the words shown in the help and the key bar. */
  label: string
  run: (event: KeyboardEvent) => void
  /** The action it begins, as its button has it: whoever may not is told who may. */
  may?: string
  /** Shown in the bar at the bottom. */
  bar?: boolean
  /** Works while writing in a field too. */
  inFields?: boolean
  /** Works above a dialog too. */
  everywhere?: boolean
}

interface Layer {
  bindings: () => KeyBinding[]
  modal: boolean
}

/** What listens, the newest last; a modal layer hides those below. */
export const keyLayers = shallowReactive<Layer[]>([])
const PATIENCE_MS = 1200
let first = ''
let forget: ReturnType<typeof setTimeout> | undefined

/** Name a stroke as bindings write it. */
export function strokeOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key
  const letter = /^[a-z]$/i.test(key)
  const name = letter && (event.ctrlKey || event.metaKey || event.shiftKey) ? key.toUpperCase() : key
  const held = [
    event.ctrlKey || event.metaKey ? 'Ctrl' : '',
    event.altKey ? 'Alt' : '',
    // A sign such as `?` already tells that Shift was held.
    event.shiftKey && (letter || key.length > 1) ? 'Shift' : '',
  ]
  return [...held.filter(Boolean), name].join('+')
}

function writing(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null
  if (!element) return false
  if (element.isContentEditable || element.tagName === 'TEXTAREA' || element.tagName === 'SELECT') return true
  const type = element instanceof HTMLInputElement ? element.type : ''
  return element.tagName === 'INPUT' && !['checkbox', 'radio', 'button', 'submit'].includes(type)
}

/** Whether a stroke presses what is in focus: a menu's lines are its own, whatever the page does with the key. */
function pressing(stroke: string, target: EventTarget | null): boolean {
  return (
    ['Enter', 'Space'].includes(stroke) && target instanceof Element && target.closest('.q-menu') !== null
  )
}

/** Bindings that answer now, the nearest first. */
export function bindingsInReach(): KeyBinding[] {
  const reached: KeyBinding[] = []
  let hidden = false
  for (const layer of [...keyLayers].reverse()) {
    reached.push(...layer.bindings().filter((binding) => !hidden || binding.everywhere))
    hidden ||= layer.modal
  }
  return reached
}

/** What a key does where the reader stands now, which a page's own use of it may change. */
export function boundTo(keys: string): KeyBinding | undefined {
  return bindingsInReach().find((binding) => binding.keys === keys)
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const stroke = strokeOf(event)
  if (
    ['Shift', 'Ctrl+Control', 'Control', 'Alt+Alt', 'Ctrl+Meta', 'Shift+Shift', 'Meta', 'Alt'].includes(
      stroke,
    )
  )
    return
  if (pressing(stroke, event.target)) return
  const bindings = bindingsInReach().filter((binding) => binding.inFields || !writing(event.target))
  const wanted = first ? `${first} ${stroke}` : stroke
  const found = bindings.find(({ keys }) => keys === wanted) ?? bindings.find(({ keys }) => keys === stroke)
  clearTimeout(forget)
  first = ''
  if (found) {
    event.preventDefault()
    found.run(event)
  } else if (bindings.some(({ keys }) => keys.startsWith(`${stroke} `))) {
    first = stroke
    forget = setTimeout(() => (first = ''), PATIENCE_MS)
  }
}

/** Listen for keys while the component is on screen. */
export function useKeys(bindings: () => KeyBinding[], options: { modal?: boolean } = {}): void {
  const rights = inject(rightsKey, null)
  const byRight = (binding: KeyBinding): KeyBinding => {
    const { may, run } = binding
    if (!may || !rights) return binding
    return { ...binding, run: (event) => (rights.refused(may) ? rights.tell(may) : run(event)) }
  }
  const layer: Layer = { bindings: () => bindings().map(byRight), modal: options.modal ?? false }
  onMounted(() => {
    if (keyLayers.length === 0) document.addEventListener('keydown', onKey)
    keyLayers.push(layer)
  })
  onUnmounted(() => {
    keyLayers.splice(keyLayers.indexOf(layer), 1)
    if (keyLayers.length === 0) document.removeEventListener('keydown', onKey)
  })
}
