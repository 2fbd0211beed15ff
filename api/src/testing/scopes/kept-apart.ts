import type { OpenScope, Scope } from '../../core/scope/index.ts'

/** For each time that the work keeps something apart: whether the transaction around it had begun. */
export async function begunWhileKeeping(
  scope: Scope,
  work: () => Promise<unknown>,
): Promise<boolean[]> {
  const begun: boolean[] = []
  const keep = scope.keep.bind(scope)
  scope.keep = (kept) => {
    begun.push((scope as OpenScope).transaction.isOpen)
    return keep(kept)
  }
  await work()
  return begun
}
