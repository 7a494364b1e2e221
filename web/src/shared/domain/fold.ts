/** A text without accents or capitals, as searches compare. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/œ/gi, 'oe').toLowerCase()
}

/** Cut a text into pieces, those that match one of the words marked; accents and capitals don't matter. */
export function marked(text: string, words: string[]): { text: string; hit: boolean }[] {
  const letters = [...text]
  const folded = letters.map((letter) => fold(letter))
  const hits = new Array<boolean>(letters.length).fill(false)
  for (const word of words.map(fold).filter(Boolean)) {
    for (let start = 0; start < letters.length; start++) {
      let end = start
      let found = ''
      while (end < letters.length && found.length < word.length) found += folded[end++]
      if (found === word) hits.fill(true, start, end)
    }
  }
  const pieces: { text: string; hit: boolean }[] = []
  letters.forEach((letter, index) => {
    const last = pieces.at(-1)
    if (last && last.hit === hits[index]) last.text += letter
    else pieces.push({ text: letter, hit: hits[index] ?? false })
  })
  return pieces
}
