import type { SentAgain } from '@sonaqor/contract/log-again'
import { Button, CodeBlock, useText } from '@sonaqor/ui'
import { useEffect, useRef } from 'react'
import { StatusBadge } from '../logs/status-badge.tsx'
import * as common from '../texts/en.ts'
import * as texts from '../logs/entry/texts/en.ts'

export interface AgainAnswerProps {
  readonly of: SentAgain
  readonly onOpen: (id: string) => void
}

/** What came back. The focus comes to it, for it stands below all that was asked. */
export function AgainAnswer({ of: answer, onOpen }: AgainAnswerProps) {
  const say = useText()
  const { logId, status, latencyMs, headers, body } = answer
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    title.current?.scrollIntoView({ block: 'start' })
    title.current?.focus({ preventScroll: true })
  }, [])
  return (
    <section className="sq-again-answer">
      <h3 ref={title} tabIndex={-1}>
        {say(texts.answer)} <StatusBadge status={status} />
        <span>{say(common.milliseconds, { count: Math.round(latencyMs) })}</span>
      </h3>
      {logId && <Button onClick={() => onOpen(logId)}>{say(texts.openItsEntry)}</Button>}
      {body ? (
        <CodeBlock
          label={say(texts.answerBody)}
          language="json"
          code={body.text}
          note={say(body.cut ? texts.bytesCut : texts.bytes, { count: body.bytes })}
        />
      ) : (
        <p className="sq-log-none">{say(texts.responseWithoutBody)}</p>
      )}
      <CodeBlock
        label={say(texts.answerHeaders)}
        code={Object.entries(headers)
          .map(([name, value]) => `${name}: ${value}`)
          .join('\n')}
      />
    </section>
  )
}
