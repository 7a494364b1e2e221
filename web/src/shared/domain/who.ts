/**
 * Who acted, by his label in the trail. The platform itself is named by a word; `system (Maude Gagnon)` is what
 * followed by itself from something that she did.
 */
export function formatWho(label: string, platform: string): string {
  return label.replace(/^system(?: \(system\))?(?= \(|$)/, () => platform)
}
