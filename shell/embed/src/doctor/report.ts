import { sayIn } from '@sonaqor/module/texts'
import type { Examination } from './examine.ts'
import { withoutSecrets } from './redact.ts'

/** What is handed to support: in English, for whoever reads it need not be where it was written. */
export function reportOf({ findings }: Examination, origin: string): string {
  const say = sayIn('en')
  const lines = findings.flatMap(({ id, state, says, change, snippet }) => [
    `[${state}] ${id}: ${says(say)}`,
    ...(change ? [`    ${change(say)}`] : []),
    ...(snippet ? snippet.split('\n').map((line) => `    > ${line}`) : []),
  ])
  return withoutSecrets(
    [
      `Embed doctor, ${new Date().toISOString()}`,
      `Page: ${location.origin}${location.pathname}`,
      `Sonaqor: ${origin}`,
      `Browser: ${navigator.userAgent}`,
      '',
      ...lines,
    ].join('\n'),
  )
}
