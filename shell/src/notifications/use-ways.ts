import type { Client } from '@sonaqor/contract/client'
import type { ChannelName } from '@sonaqor/contract/notification-kinds'
import type { Preferences } from '@sonaqor/contract/notifications'
import { failureOf, useLocale, useText, useToast, type Readable } from '@sonaqor/ui'
import { useRef, useState } from 'react'
import { useReading } from '../identity/use-reading.ts'
import { spokenTo } from './locale.ts'
import * as texts from './texts/en.ts'

export type Kind = Preferences['kinds'][number]
export type Turn = (kind: Kind, channel: ChannelName, on: boolean) => void

/** How one wants to hear of what. A choice is seen at once, and taken back where it could not be saved. */
export function useWays(api: Pick<Client, 'notifications'>): {
  readonly ways: Readable<Preferences>
  readonly turn: Turn
} {
  const say = useText()
  const toast = useToast()
  const locale = spokenTo(useLocale())
  const read = useReading(() => api.notifications.showPreferences({ query: { locale } }))
  const [chosen, choose] = useState<Readonly<Record<string, boolean>>>({})
  const said = useRef<() => void>(undefined)
  // One at a time, or the first of two presses on one switch could arrive last.
  const saving = useRef<Promise<unknown>>(Promise.resolve())

  function keep(kind: Kind, channel: ChannelName, on: boolean) {
    choose((before) => ({ ...before, [nameOf(kind, channel)]: on }))
    const change = { kind: kind.kind, channel, on }
    const save = () =>
      api.notifications.setPreferences({ body: { changes: [change], locale } }).catch((error) => {
        choose((before) => ({ ...before, [nameOf(kind, channel)]: !on }))
        throw error
      })
    const done = saving.current.then(save)
    saving.current = done.catch(() => undefined)
    return done
  }

  async function turn(kind: Kind, channel: ChannelName, on: boolean) {
    try {
      await keep(kind, channel, on)
      said.current?.()
      said.current = toast({
        title: say(on ? texts.savedOn : texts.savedOff, { kind: kind.title, channel }),
        tone: 'success',
        onUndo: () => void keep(kind, channel, !on).catch(fail),
      })
    } catch (error) {
      fail(error)
    }
  }

  function fail(error: unknown) {
    const { reason, advice } = failureOf(error, say)
    toast({ title: say(texts.notSaved), detail: `${reason} ${advice}`, tone: 'danger' })
  }

  return {
    ways: { ...read, data: read.data && withChosen(read.data, chosen) },
    turn: (...choice) => void turn(...choice),
  }
}

const nameOf = ({ kind }: Kind, channel: ChannelName) => `${kind} ${channel}`

const withChosen = (
  { kinds }: Preferences,
  chosen: Readonly<Record<string, boolean>>,
): Preferences => ({
  kinds: kinds.map((kind) => ({
    ...kind,
    channels: kind.channels.map((way) => ({
      ...way,
      on: chosen[nameOf(kind, way.channel)] ?? way.on,
    })),
  })),
})
