/** Longer than any step on the way to a view should take; then it counts as failed. */
export const stepMs = 15_000

/** The same, or a failure once `timeoutMs` have passed without an end of it. */
export async function inTime<Result>(
  work: PromiseLike<Result> | Result,
  timeoutMs: number,
): Promise<Result> {
  let late: ReturnType<typeof setTimeout> | undefined
  const tooLate = new Promise<never>((_, failed) => {
    late = setTimeout(() => failed(new Error('It did not end in time.')), timeoutMs)
  })
  return Promise.race([work, tooLate]).finally(() => clearTimeout(late))
}
