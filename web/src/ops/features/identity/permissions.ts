/** Whether a set of permissions, wildcards among them, holds one. */
export function holds(permissions: readonly string[], code: string): boolean {
  return ['*', `${code.split('.')[0]}.*`, code].some((one) => permissions.includes(one))
}

/** What one set of permissions gives that another does not, of all that there are. */
export function compared(before: readonly string[], after: readonly string[], all: readonly string[]) {
  return {
    added: all.filter((code) => holds(after, code) && !holds(before, code)),
    removed: all.filter((code) => holds(before, code) && !holds(after, code)),
  }
}
