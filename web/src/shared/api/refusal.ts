/** One field's part of a refusal. */
export interface RefusalDetail {
  field?: string
  message: string
}

/** Why the server refused; `message` is already in the reader's language, `code` is stable. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: RefusalDetail[] = [],
  ) {
    super(message)
    this.name = 'Refusal'
  }

  /** Nobody answered: no network, or the server is down. */
  get unreachable(): boolean {
    return this.status === 0
  }

  /** What was said about one field, null when nothing. */
  about(field: string): string | null {
    return this.details.find((detail) => detail.field === field)?.message ?? null
  }
}

/** Read a refusal from any answer, including one that isn't ours (a proxy's page). */
export async function refusalFrom(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => null)
  if (body && typeof body === 'object' && 'code' in body) {
    const { code, message, details } = body as { code: string; message?: string; details?: RefusalDetail[] }
    return new Refusal(response.status, code, message ?? '', Array.isArray(details) ? details : [])
  }
  return new Refusal(response.status, `http_${response.status}`, '')
}

/** The refusal inside anything that was thrown; what isn't one becomes `unexpected`. */
export function asRefusal(thrown: unknown): Refusal {
  return thrown instanceof Refusal ? thrown : new Refusal(500, 'unexpected', '')
}
