/** A failure that the host can put into words for the reader. Any other is told in general. */
export class HostFailure extends Error {
  override readonly name = 'HostFailure'
}

/** The sentence for the reader: our own words where we have them. */
export function sentenceOf(error: unknown, otherwise: string): string {
  return error instanceof HostFailure ? error.message : otherwise
}
