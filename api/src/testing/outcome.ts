/** What an act comes to: `ok`, or the status that it is refused with. */
export async function outcomeOf(act: Promise<unknown>): Promise<'ok' | number> {
  try {
    await act
    return 'ok'
  } catch (error) {
    const { problem } = error as { problem?: { status: number } }
    if (!problem) throw error
    return problem.status
  }
}
