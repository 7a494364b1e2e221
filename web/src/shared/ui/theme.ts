import type { Theme } from '@/shared/api/types'

const REMEMBERED = 'gigafibre.theme'

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

/** Put the provider's own accent in place of ours; the settings page has checked its contrasts. */
export function wearAccent(accent: string | null | undefined): void {
  const style = document.documentElement.style
  if (!accent || !CSS.supports('color', accent)) return
  const dark = `color-mix(in oklab, ${accent} 60%, white)`
  style.setProperty('--accent', `light-dark(${accent}, ${dark})`)
  style.setProperty('--accent-ink', `light-dark(color-mix(in oklab, ${accent} 90%, black), ${dark})`)
  style.setProperty('--accent-solid', `light-dark(${accent}, color-mix(in oklab, ${accent} 72%, white))`)
  style.setProperty(
    '--accent-soft',
    `light-dark(color-mix(in oklab, ${accent} 12%, white), color-mix(in oklab, ${accent} 32%, #10201c))`,
  )
  style.setProperty(
    '--accent-line',
    `light-dark(color-mix(in oklab, ${accent} 40%, white), color-mix(in oklab, ${accent} 62%, #10201c))`,
  )
}
