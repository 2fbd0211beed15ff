import type { LogFilter, LogSearch } from '@sonaqor/contract/logs'
import { Suggestions, useText, type Choice } from '@sonaqor/ui'
import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
} from 'react'
import type { Names } from '../logs/entry/log-facts.tsx'
import type { Span } from '../logs/use-span.ts'
import * as texts from './texts/en.ts'
import { asTerms, isWithinPiece, readTyped } from './pieces.ts'
import { withoutNames } from './named.ts'
import { QueryFault } from './query-fault.tsx'
import { QueryHelp } from './query-help.tsx'
import { askedBeside, suggestedAt } from './suggested.ts'
import type { Hold } from './use-log-query.ts'
import { usePaused } from './use-paused.ts'
import { useSeen } from './use-seen.ts'

export interface QueryFieldProps {
  /** The field stands in the page already; somebody may be writing in it. */
  readonly field: RefObject<HTMLInputElement | null>
  readonly typed: string
  readonly onType: (text: string) => void
  readonly isDone: boolean
  readonly onDone: () => void
  readonly onHold: (hold: Hold) => void
  readonly names: Names
  /** What the list is narrowed to beside the query: values are suggested of what is in it. */
  readonly filter: LogFilter
  /** What the list leaves out of it once a query is asked. */
  readonly leftOutBy: (query: string) => LogFilter['without']
  readonly span: Span
}

/** What makes of a field for words one for a language: it completes, and says what cannot be read. */
export function QueryField(props: QueryFieldProps) {
  const { field, typed, onType, isDone, onDone, onHold, names, filter, span } = props
  const say = useText()
  const [caret, setCaret] = useState(() => field.current?.selectionStart ?? typed.length)
  const [isOpen, setOpen] = useState(false)
  const landing = useRef<number>(undefined)
  const place = Math.min(caret, typed.length)
  const beside = isOpen ? askedBeside(typed, place, say) : undefined
  const counted = besideOf(beside, props)
  const seen = useSeen(counted ?? filter, span, counted && beside?.counting)
  const { from, to, choices, isWhole } = useMemo(
    () => suggestedAt(typed, place, { say, names, seen }),
    [typed, place, say, names, seen],
  )

  const find = useEffectEvent(() => setCaret(field.current?.selectionStart ?? 0))
  const type = useEffectEvent(() => {
    find()
    setOpen(true)
  })
  const press = useEffectEvent(() => {
    find()
    if (typed === '') setOpen(true)
  })
  const done = useEffectEvent(onDone)
  // An Enter that chooses is not the end of what is typed.
  const finish = useEffectEvent(({ key, isComposing, defaultPrevented }: KeyboardEvent) => {
    if (key === 'Enter' && !isComposing && !defaultPrevented) onDone()
  })
  const put = (text: string, start: number, end: number) => {
    landing.current = start + text.length
    onType(typed.slice(0, start) + text + typed.slice(end))
    setCaret(landing.current)
  }
  const paste = useEffectEvent((event: ClipboardEvent) => {
    const pasted = event.clipboardData?.getData('text').trim() ?? ''
    const term = asTerms(pasted)
    if (term === pasted || !field.current || isWithinTerm(field.current)) return
    event.preventDefault()
    put(term, field.current.selectionStart ?? 0, field.current.selectionEnd ?? 0)
    setOpen(false)
  })

  useEffect(() => {
    const listening = new AbortController()
    const { signal } = listening
    field.current?.addEventListener('input', () => type(), { signal })
    field.current?.addEventListener('click', () => press(), { signal })
    field.current?.addEventListener('keyup', () => find(), { signal })
    field.current?.addEventListener('keydown', (event) => finish(event), { signal })
    field.current?.addEventListener('blur', () => done(), { signal })
    field.current?.addEventListener('paste', (event) => paste(event), { signal })
    return () => listening.abort()
  }, [field])

  // The browser puts the caret behind all of a text that was not typed.
  useLayoutEffect(() => {
    if (landing.current !== undefined)
      field.current?.setSelectionRange(landing.current, landing.current)
    landing.current = undefined
  })

  const choose = ({ id }: Choice) => {
    const text = choices.find((choice) => choice.id === id)?.text ?? ''
    const isField = text.endsWith(':')
    put(isField || to < typed.length ? text : `${text} `, from, to)
    setOpen(isField)
    if (!isField) onDone()
  }
  const { fault } = readTyped(typed, names)
  const isChoosing = isOpen && choices.length > 0 && !isWhole
  // Who stops within a word for so long has no more to say.
  const hasStopped = usePaused(typed, longMs)
  const isWithin = fault !== undefined && isWithinPiece(typed, fault.at, place)
  const isHalf = isWithin && !hasStopped && !isDone
  const hold = isChoosing ? 'choosing' : isHalf ? 'half' : undefined
  useEffect(() => onHold(hold), [onHold, hold])

  return (
    <>
      <Suggestions
        field={field}
        label={say(texts.suggestions)}
        choices={choices}
        onChoose={choose}
        isOpen={isOpen}
        onOpen={setOpen}
      />
      <QueryHelp
        imported={names.imported}
        onTry={(example) => {
          put(example, 0, typed.length)
          field.current?.focus()
        }}
      />
      <QueryFault field={field} typed={typed} fault={hold ? undefined : fault} isDone={isDone} />
    </>
  )
}

/**
 * What a value is counted in is what the list shows once it is taken, so that the two say the same; where
 * what stands beside it cannot be read, that is nothing.
 */
function besideOf(
  beside: ReturnType<typeof askedBeside>,
  { filter, leftOutBy, names }: QueryFieldProps,
): LogSearch | undefined {
  if (!beside) return undefined
  const reading = beside.rest === '' ? undefined : readTyped(beside.rest, names)
  if (reading?.fault) return undefined
  const without = leftOutBy(withoutNames(beside.withValue, names))
  return { ...filter, without, q: reading?.q }
}

const longMs = 2000

/** Behind `ip:` an address is what is asked for, and in quotes anything is. */
const isWithinTerm = ({ value, selectionStart }: HTMLInputElement) =>
  /\S$/.test(value.slice(0, selectionStart ?? 0))
