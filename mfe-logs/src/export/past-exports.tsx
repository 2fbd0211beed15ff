import { Section, useText } from '@sonaqor/ui'
import * as texts from './texts/en.ts'
import { ExportCard } from './export-card.tsx'
import { someOf, useExports } from './use-export.ts'

/** What was exported before: whoever has closed this while it was written finds it again. */
export function PastExports() {
  const say = useText()
  const { data } = useExports()
  if (!data || data.length === 0) return null
  return (
    <Section title={say(texts.earlierExports)}>
      <ul className="sq-export-past" aria-label={say(texts.earlierExports)}>
        {someOf(data).map((job) => (
          <li key={job.id}>
            <ExportCard job={job} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
