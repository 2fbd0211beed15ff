import type { Text } from '@sonaqor/module/texts'
import { adopt, useText } from '@sonaqor/ui'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import * as texts from '../texts/en.ts'
import sheet from './log-tabs.css'

adopt(sheet)

const titles = { api: texts.apiLogs, webhooks: texts.webhookLogs } satisfies Record<string, Text>
export type LogTab = keyof typeof titles
const ids = Object.keys(titles) as readonly LogTab[]

export interface LogTabsProps {
  readonly value: LogTab
  readonly onChange: (tab: LogTab) => void
  /** It stands here because somebody has turned to it, who goes on from it. */
  readonly isTurned: boolean
}

/**
 * What came in, and what went out. The tabs of the house would bring more than the page of the logs may
 * weigh, and hold what they show, which here are two pages of their own.
 */
export function LogTabs({ value, onChange, isTurned }: LogTabsProps) {
  const say = useText()
  const open = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isTurned) open.current?.focus()
  }, [isTurned])
  const turn = (event: KeyboardEvent) => {
    const other = ids.find((id) => id !== value)
    if (!other || !['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) return
    event.preventDefault()
    const to = { Home: ids[0], End: ids[1] }[event.key] ?? other
    if (to !== value) onChange(to)
  }
  return (
    // The keys are heard here for both tabs; what they move is the focus, which is on a tab.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div className="sq-log-tabs" role="tablist" aria-label={say(texts.logs)} onKeyDown={turn}>
      {ids.map((id) => (
        <button
          key={id}
          ref={id === value ? open : undefined}
          type="button"
          role="tab"
          aria-selected={id === value}
          tabIndex={id === value ? 0 : -1}
          onClick={() => onChange(id)}
        >
          {say(titles[id])}
        </button>
      ))}
    </div>
  )
}
