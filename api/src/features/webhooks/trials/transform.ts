/** What an endpoint's own code makes of a payload. */

export interface TransformationFault {
  readonly message: string
  readonly line: number | null
  readonly column: number | null
}

/** `after` is null where the code wants nothing sent. */
export type Transformed =
  | { readonly after: Record<string, unknown> | null }
  | { readonly fault: TransformationFault }

/** Bounded in time, memory and size; it never throws for what the code does. */
export async function transform(code: string, payload: object): Promise<Transformed> {
  void [code, payload]
  throw new Error('not written yet')
}
