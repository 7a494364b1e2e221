import type { Theme } from '@/shared/api/types'

const REMEMBERED = 'gigafibre.theme'
const NAMES = ['accent', 'accent-ink', 'accent-solid', 'accent-soft', 'accent-line']

/** The theme to begin in, before the server has said what this person wants. */
export function firstTheme(): Theme {
  const remembered = localStorage.getItem(REMEMBERED)
  return remembered === 'light' || remembered === 'dark' ? remembered : 'system'
}

/** Show a theme; `system` leaves the choice to the machine, live. */
export function wear(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  localStorage.setItem(REMEMBERED, theme)
}

/** Put the provider's own shades in place of ours, as the server made them; nothing gives ours back. */
export function wearShades(shades: Record<string, Record<string, string>> | null): void {
  const { light = {}, dark = {} } = shades ?? {}
  const { style } = document.documentElement
  for (const name of NAMES) {
    if (light[name] && dark[name]) style.setProperty(`--${name}`, `light-dark(${light[name]}, ${dark[name]})`)
    else style.removeProperty(`--${name}`)
  }
}
