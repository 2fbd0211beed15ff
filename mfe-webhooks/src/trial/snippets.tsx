import { webhooks } from './snippet-code.ts'
import type { Endpoint } from '@sonaqor/contract/webhook-endpoints'
import { CodeBlock, SegmentedControl, useText } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from './texts/en.ts'

type Language = keyof typeof webhooks.hmac
const names: Readonly<Record<Language, string>> = {
  node: 'Node.js',
  python: 'Python',
  go: 'Go',
  php: 'PHP',
  ruby: 'Ruby',
}

/** How a receiver verifies, ready to be taken over, in the languages that the docs have too. */
export function Snippets({ signing }: Pick<Endpoint, 'signing'>) {
  const say = useText()
  const [language, choose] = useState<Language>('node')
  return (
    <section className="sq-wh-snippets">
      <h2>{say(texts.verifyIt)}</h2>
      <p className="sq-wh-trial-note">{say(texts.verifyMeans)}</p>
      <SegmentedControl<Language>
        label={say(texts.language)}
        segments={Object.entries(names).map(([value, label]) => ({
          value: value as Language,
          label,
        }))}
        value={language}
        onChange={choose}
      />
      <CodeBlock label={names[language]} code={webhooks[signing][language]} />
    </section>
  )
}
