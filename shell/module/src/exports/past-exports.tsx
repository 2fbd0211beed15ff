import { Section, useKeptFocus, useText } from '@sonaqor/ui'
import { ExportCard } from './export-card.tsx'
import type { ExportedRows, ExportWords } from './exported.ts'
import * as texts from './texts/en.ts'
import { someOf, useExports } from './use-export.ts'

export interface PastExportsProps {
  readonly of: ExportedRows['of']
  readonly words: ExportWords
}

/** What was exported before: whoever has closed this while it was written finds it again. */
export function PastExports({ of, words }: PastExportsProps) {
  const say = useText()
  const { data } = useExports(of)
  // One that is cancelled is none to come back to, and leaves it.
  const place = useKeptFocus<HTMLUListElement>(() => null)
  if (!data || data.length === 0) return null
  return (
    <Section title={say(texts.earlierExports)}>
      <ul
        {...place}
        className="sq-export-past"
        aria-label={say(texts.earlierExports)}
        tabIndex={-1}
      >
        {someOf(data).map((job) => (
          <li key={job.id}>
            <ExportCard job={job} words={words} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
