/** `listen` as somebody starts it, in a terminal that keeps what it says. */
import { run, type ExitCode, type Machine } from '../src/listen/run.ts'

export interface Terminal {
  readonly out: () => string
  readonly err: () => string
  /** Once it has ended. */
  readonly code: Promise<ExitCode>
  /** Ctrl-C. */
  end(): void
}

export function startInTerminal(
  args: readonly string[],
  machine: Pick<Machine, 'env' | 'createApi'> & Partial<Machine>,
): Terminal {
  const [out, err]: string[][] = [[], []]
  const ended = new AbortController()
  const code = run(args, {
    out: (text) => void out!.push(text),
    err: (text) => void err!.push(text),
    hasColours: false,
    signal: ended.signal,
    ...machine,
  })
  return {
    out: () => out!.join(''),
    err: () => err!.join(''),
    code,
    end: () => ended.abort(),
  }
}
