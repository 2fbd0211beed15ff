import { Icon } from '../icon/icon.tsx'
import * as texts from '../texts/en.ts'
import { useText } from '../texts/use-text.ts'

export interface StepsProps {
  readonly titles: readonly string[]
  readonly at: number
  readonly onGo: (index: number) => void
}

/** Where one is. One can go back to what is done; what lies ahead cannot be skipped to. */
export function Steps({ titles, at, onGo }: StepsProps) {
  const say = useText()
  return (
    <nav className="sq-steps" aria-label={say(texts.steps)}>
      <p className="sq-steps-count">{say(texts.stepOf, { step: at + 1, count: titles.length })}</p>
      <ol className="sq-steps-list">
        {titles.map((title, index) => (
          <li key={title} className="sq-step" aria-current={index === at ? 'step' : undefined}>
            {index < at ? (
              <button
                type="button"
                className="sq-step-name"
                aria-label={say(texts.stepDone, { title })}
                onClick={() => onGo(index)}
              >
                <span className="sq-step-mark" data-done>
                  <Icon name="check" />
                </span>
                <span className="sq-step-title">{title}</span>
              </button>
            ) : (
              <span className="sq-step-name">
                <span className="sq-step-mark" aria-hidden="true">
                  {index + 1}
                </span>
                <span className="sq-step-title">{title}</span>
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
