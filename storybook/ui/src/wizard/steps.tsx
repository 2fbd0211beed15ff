import { Icon } from '../icon/icon.tsx'

const words = {
  steps: 'Steps',
  count: (step: number, of: number) => `Step ${step} of ${of}`,
  done: 'Done:',
}

export interface StepsProps {
  readonly titles: readonly string[]
  readonly at: number
  readonly onGo: (index: number) => void
}

/** Where one is. One can go back to what is done; what lies ahead cannot be skipped to. */
export function Steps({ titles, at, onGo }: StepsProps) {
  return (
    <nav className="sq-steps" aria-label={words.steps}>
      <p className="sq-steps-count">{words.count(at + 1, titles.length)}</p>
      <ol className="sq-steps-list">
        {titles.map((title, index) => (
          <li key={title} className="sq-step" aria-current={index === at ? 'step' : undefined}>
            {index < at ? (
              <button type="button" className="sq-step-name" onClick={() => onGo(index)}>
                <span className="sq-step-mark" data-done>
                  <Icon name="check" />
                </span>
                <span className="sq-unseen">{words.done} </span>
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
