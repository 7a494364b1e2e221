/** Programs by the word that tells them in what a browser says of itself; the first that fits (Edge also says Chrome). */
const PROGRAMS = [
  [/\bEdg/, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\//, 'Firefox'],
  [/\b(Headless)?Chrome\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const
const SYSTEMS = [
  [/\bAndroid\b/, 'Android'],
  [/\b(iPhone|iPad)\b/, 'iOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
] as const

/** A browser in two words, `Firefox · Windows`, from what it says of itself; that itself where it is none we know. */
export function browserOf(agent: string): string {
  const named = [PROGRAMS, SYSTEMS].map((known) => known.find(([sign]) => sign.test(agent))?.[1])
  return named.filter(Boolean).join(' · ') || agent.slice(0, 60)
}
