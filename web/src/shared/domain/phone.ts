/** `+14505550142` as `450 555-0142`; foreign numbers keep their country code, an extension follows after `ext`. */
export function formatPhone(number: string, extension = '', word = ''): string {
  const north = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number)
  const text = north ? `${north[1]} ${north[2]}-${north[3]}` : number
  return extension ? `${text} ${word} ${extension}`.replace(/ +/g, ' ') : text
}
