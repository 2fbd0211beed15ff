import { useEffect, useEffectEvent, useRef, useState } from 'react'
import {
  isStale,
  memoryShelf,
  serverShelf,
  type DraftShelf,
  type Fields,
  type KeptDraft,
} from './draft-shelf.ts'
import { useModule } from './use-module.ts'

/** What was written at another time or place. */
export interface OtherDraft<T> {
  readonly value: T
  /** An ISO 8601 instant. */
  readonly savedAt: string
}

export interface Draft<T> {
  readonly value: T
  readonly change: (part: Partial<T>) => void
  /** When what is shown was kept last, where it was brought back from there. */
  readonly broughtBack: string | undefined
  /** What another device has written meanwhile. Nothing is kept until somebody has chosen. */
  readonly other: OtherDraft<T> | undefined
  readonly choose: (which: 'mine' | 'other') => void
  /** Goes back to the beginning, and keeps nothing of it. */
  readonly startOver: () => void
  /** It is finished, or not wanted any more: nothing of it is kept from here on. */
  readonly drop: () => void
}

/** Long enough for a few words, short enough to lose no more than those. */
const pauseMs = 2_000
/** Whoever writes without a pause is not left without a copy. */
const longestMs = 5_000

/**
 * Keeps what is being written every few seconds, and brings it back the next time, on any device: in a
 * partner's page for as long as its session does. `kind` says what is written ("cases.note"), `key` which
 * one; `initial` names the fields, and must be a constant outside of the component. What is older never
 * overwrites what is newer: both are offered then, by `DraftNotice`.
 */
export function useDraft<T extends Fields>(kind: string, key: string, initial: T): Draft<T> {
  const { api, principal, request } = useModule()
  const shelf: DraftShelf = principal.kind === 'member' ? serverShelf(api) : memoryShelf(request)
  const place = { kind, key }
  const [value, setValue] = useState(initial)
  const [broughtBack, setBroughtBack] = useState<string>()
  const [other, setOther] = useState<OtherDraft<T>>()
  const isChoosing = other !== undefined
  const kept = useRef({ value: initial, revision: 0, isOver: false })
  /** When the oldest words that nobody has tried to keep are due. */
  const due = useRef<number>(undefined)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  /** One after another; what cannot be kept is tried again with the next words. */
  const next = (act: () => Promise<void>) => {
    queue.current = queue.current.then(act).catch(() => undefined)
  }

  const bringBack = useEffectEvent((found: KeptDraft | undefined) => {
    kept.current.revision = found?.revision ?? 0
    if (!found || kept.current.isOver) return
    const before = { value: fitting(initial, found.content), savedAt: found.savedAt }
    if (isSame(before.value, initial) || isSame(before.value, value)) return
    if (!isSame(value, kept.current.value)) return setOther(before)
    kept.current.value = before.value
    setValue(before.value)
    setBroughtBack(before.savedAt)
  })

  const save = useEffectEvent(() => {
    due.current = undefined
    if (other || isSame(value, kept.current.value)) return
    next(async () => {
      if (kept.current.isOver) return
      try {
        const revision = isSame(value, initial)
          ? await shelf.drop(place).then(() => 0)
          : await shelf.keep(place, value, kept.current.revision)
        kept.current = { ...kept.current, value, revision }
      } catch (error) {
        if (isStale(error)) bringBack(await shelf.read(place))
      }
    })
  })

  const read = useEffectEvent(() => void shelf.read(place).then(bringBack, () => undefined))
  useEffect(() => {
    read()
    const saveNow = () => save()
    const moments = ['online', 'pagehide']
    for (const moment of moments) window.addEventListener(moment, saveNow)
    return () => {
      for (const moment of moments) window.removeEventListener(moment, saveNow)
      saveNow()
    }
  }, [])

  useEffect(() => {
    if (isChoosing) return
    const nowMs = performance.now()
    due.current ??= nowMs + longestMs
    const waitMs = value === initial ? 0 : Math.min(pauseMs, due.current - nowMs)
    const timer = setTimeout(() => save(), waitMs)
    return () => clearTimeout(timer)
  }, [value, initial, isChoosing])

  /** Behind whatever is under way, so that nothing comes after it. */
  const forget = () =>
    next(async () => {
      if (kept.current.revision === 0) return
      await shelf.drop(place)
      kept.current.revision = 0
    })
  return {
    value,
    change: (part) => setValue((before) => ({ ...before, ...part })),
    broughtBack,
    other,
    choose(which) {
      if (which === 'other' && other) setValue(other.value)
      setOther(undefined)
    },
    startOver() {
      kept.current = { ...kept.current, value: initial }
      setBroughtBack(undefined)
      setValue(initial)
      forget()
    },
    drop() {
      kept.current.isOver = true
      forget()
    },
  }
}

const isSame = (one: Fields, other: Fields): boolean =>
  Object.keys(one).every((name) => one[name] === other[name])

/** The fields that there are today; what was kept may be of an older release. */
function fitting<T extends Fields>(initial: T, content: KeptDraft['content']): T {
  const fields = Object.entries(initial).map(([name, empty]) => {
    const found = content[name]
    return [name, typeof found === 'string' ? found : empty]
  })
  return Object.fromEntries(fields) as T
}
