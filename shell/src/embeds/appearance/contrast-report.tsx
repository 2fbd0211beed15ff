import type { TokenName } from '@sonaqor/embed/appearance'
import { Badge, Button, useText } from '@sonaqor/ui'
import { useState } from 'react'
import { isWeak, type Contrast } from './contrast.ts'
import * as texts from './texts/en.ts'
import { shownRatio } from './token-rows.tsx'

interface ContrastReportProps {
  readonly contrasts: readonly Contrast[]
  /** Leads to the token that somebody would change. */
  readonly onFind: (name: TokenName) => void
}

/** How many pairs of colours are hard to tell apart, and which. */
export function ContrastReport({ contrasts, onFind }: ContrastReportProps) {
  const say = useText()
  const [isOpen, open] = useState(false)
  const weak = contrasts.filter(isWeak)
  if (weak.length === 0) {
    return (
      <p className="sq-appear-report">
        <Badge tone="success" icon="check">
          {say(texts.allLegible, { count: contrasts.length })}
        </Badge>
      </p>
    )
  }
  return (
    <div className="sq-appear-report">
      <Button
        size="small"
        icon="contrast"
        aria-expanded={isOpen}
        onClick={() => open((before) => !before)}
      >
        {say(texts.hardToRead, { count: weak.length })}
      </Button>
      {isOpen && (
        <ul className="sq-appear-weak-list">
          {weak.map((one) => (
            <li key={`${one.words} ${one.ground}`}>
              <Button size="small" look="quiet" onClick={() => onFind(one.words)}>
                {say(texts.weakPair, {
                  words: one.words,
                  ground: one.ground,
                  ratio: shownRatio(one),
                  least: one.least,
                })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
