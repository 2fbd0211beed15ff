import type { ReactNode } from 'react'
import { Button } from '../button/button.tsx'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'

export interface Answer {
  readonly label: string
  readonly value: ReactNode
}

interface Answered {
  readonly id: string
  readonly title: string
  readonly answers: readonly Answer[]
}

export interface SummaryProps {
  readonly steps: readonly Answered[]
  readonly onGo: (index: number) => void
}

/** All that was answered, step by step, with the way back to each. */
export function Summary({ steps, onGo }: SummaryProps) {
  const say = useText()
  return (
    <div className="sq-summary">
      {steps.map(({ id, title, answers }, index) => (
        <section key={id} className="sq-summary-part" aria-label={title}>
          <header className="sq-summary-head">
            <h3 className="sq-summary-title">{title}</h3>
            <Button
              size="small"
              aria-label={say(texts.changeOf, { title })}
              onClick={() => onGo(index)}
            >
              {say(texts.change)}
            </Button>
          </header>
          <dl className="sq-summary-answers">
            {answers.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  )
}
