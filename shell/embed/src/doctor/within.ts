/** Waits for something no longer than so; `late` is what it is then. */
export async function within<Answer, const Late>(
  answer: Promise<Answer>,
  ms: number,
  late: Late,
): Promise<Answer | Late> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<Late>((done) => {
    timer = setTimeout(() => done(late), ms)
  })
  return Promise.race([answer, over]).finally(() => clearTimeout(timer))
}
