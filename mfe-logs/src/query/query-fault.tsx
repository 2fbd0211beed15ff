import { logFields, logMethods } from '@sonaqor/contract/log-query'
import { adopt, useText } from '@sonaqor/ui'
import { useEffect, useId, type RefObject } from 'react'
import type { TypedFault } from './pieces.ts'
import * as texts from './texts/en.ts'
import sheet from './query.css'
import { usePaused } from './use-paused.ts'

adopt(sheet)

export interface QueryFaultProps {
  readonly field: RefObject<HTMLInputElement | null>
  readonly typed: string
  readonly fault: TypedFault | undefined
  /** Nobody types any more: there is no pause to wait for. */
  readonly isDone: boolean
}

const pauseMs = 500
/** So much is seen of what stands before and behind the character. */
const around = 24

/** Marks the character from which on a query cannot be read, once whoever types it pauses. */
export function QueryFault({ field, typed, fault, isDone }: QueryFaultProps) {
  const id = useId()
  const say = useText()
  const hasPaused = usePaused(typed, pauseMs)
  const shown = hasPaused || isDone ? fault : undefined
  const isShown = shown !== undefined

  useEffect(() => {
    const input = field.current
    if (!isShown || !input) return
    input.setAttribute('aria-invalid', 'true')
    input.setAttribute('aria-describedby', id)
    return () => {
      input.removeAttribute('aria-invalid')
      input.removeAttribute('aria-describedby')
    }
  }, [field, id, isShown])

  return (
    <output id={id} className="sq-query-fault">
      {shown && (
        <>
          <code>
            {shown.at > around && '…'}
            {typed.slice(Math.max(shown.at - around, 0), shown.at)}
            <mark>{typed.slice(shown.at, shown.at + 1) || ' '}</mark>
            {typed.slice(shown.at + 1, shown.at + around)}
          </code>
          <span>
            {shown.expected === 'name'
              ? say(texts.nameUnclear, {
                  place: shown.at + 1,
                  kind: shown.field,
                  name: shown.name,
                  count: shown.count,
                })
              : say(texts.queryFault, {
                  place: shown.at + 1,
                  expected: shown.expected,
                  fields: logFields.join(', '),
                  methods: logMethods.join(', '),
                })}
          </span>
        </>
      )}
    </output>
  )
}
