const NAMES = ['surface', 'raised', 'line', 'line-2', 'ink', 'ink-2', 'ink-3', 'accent', 'accent-soft']
  .concat(['accent-line', 'good', 'warn', 'bad', 'info'])
  .concat(['map-land', 'map-field', 'map-water', 'map-road', 'map-road-2'])

/** Colours as an element wears them now: a canvas knows no variables. */
export function wornColours(element: HTMLElement) {
  const probe = document.createElement('i')
  // Where motion is reduced, every property passes in no time: but in some, and what is read would be the one before.
  probe.style.transition = 'none'
  element.append(probe)
  const read = (name: string) => {
    probe.style.color = `var(--${name})`
    return getComputedStyle(probe).color
  }
  const found = Object.fromEntries(NAMES.map((name) => [name, read(name)]))
  probe.remove()
  return (name: string) => found[name] ?? 'gray'
}

/** Call back whenever the theme changes, by a person's choice or the system's; returns what ends it. */
export function whenDressed(draw: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const worn = new MutationObserver(draw)
  worn.observe(document.documentElement, { attributeFilter: ['data-theme', 'style'] })
  dark.addEventListener('change', draw)
  return () => {
    worn.disconnect()
    dark.removeEventListener('change', draw)
  }
}
