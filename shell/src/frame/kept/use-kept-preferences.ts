import { createClient } from '@sonaqor/contract/client'
import type { DashboardPreferences } from '@sonaqor/contract/preferences'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { FrameParts } from '../frame-parts.ts'
import { isAmong } from './preferences.ts'
import { keepUnsaved, unsavedOf, type Choice } from './unsaved.ts'

/** Of several presses in a row the last one counts. */
const pauseMs = 500

/**
 * What is chosen in this browser is sent, each choice by itself, so that two devices undo nothing of each
 * other's; what cannot be sent waits in the browser for the network, or for the next visit. What another
 * device has chosen is taken over once, unless something else was chosen here meanwhile: how it looks
 * always, where one looks only if nothing said so here, for nobody is moved from where they read.
 */
export function useKeptPreferences(frame: FrameParts): void {
  const { host, me, preferences, projects, language, change, looksAnew } = frame
  const whose = `${me.person.id} ${me.tenant.id}`
  const here = choicesOf(frame)
  // What need not be sent: as it was found here, and then as the server has it.
  const [first] = useState(here)
  const saved = useRef<DashboardPreferences>(undefined)
  const sending = useRef(Promise.resolve())
  const [wanted, want] = useState<string>()

  /** What was chosen here and the server does not know yet. */
  const chosen = useRef<readonly Choice[]>([])

  const known = () => (saved.current ??= without(first, unsavedOf(whose)))

  const remember = useEffectEvent(() => {
    chosen.current = differences(here, known())
    keepUnsaved(whose, chosen.current)
  })

  const take = useEffectEvent((answer: DashboardPreferences) => {
    const open = without(answer, new Set(differences(here, known())))
    const { environment, projectId, ...look } = open
    const isSeen = looksAnew && isAmong(me.environments, environment)
    const taken = { ...look, ...(isSeen && { environment }) }
    saved.current = { ...known(), ...taken }
    const { language: spoken, ...others } = only(taken, differences(taken, here))
    if (namesOf(others).length > 0) change(others)
    if (spoken) language.choose(spoken)
    if (looksAnew && projectId) want(projectId)
  })

  const send = useEffectEvent(async () => {
    // What was taken over a moment ago may not be drawn yet, and is none of what was chosen here.
    const names = differences(here, known()).filter((name) => chosen.current.includes(name))
    if (names.length === 0 || !host) return
    const body = only(here, names)
    try {
      await createClient(host.request).preferences.save({ body })
      saved.current = { ...known(), ...body }
      remember()
    } catch {
      // It is sent with the next choice, once the network is back, or at the next visit.
    }
  })
  /** One after another, or the first of two choices could arrive last. */
  const sendNext = useEffectEvent(() => {
    sending.current = sending.current.then(() => send())
  })

  useEffect(() => {
    if (!host) return
    const read = createClient(host.request).preferences.show()
    void read.then(
      (answer) => take(answer),
      () => undefined,
    )
  }, [host])

  useEffect(() => {
    if (!host) return
    const again = () => sendNext()
    window.addEventListener('online', again)
    return () => window.removeEventListener('online', again)
  }, [host])

  const written = JSON.stringify(here)
  useEffect(() => {
    if (written) remember()
    if (!host) return
    const timer = setTimeout(() => sendNext(), pauseMs)
    return () => clearTimeout(timer)
  }, [written, host])

  // One that is not there any more is not looked for: nothing was narrowed yet.
  const found = projects.all.find(({ id }) => id === wanted)
  const foundId = found?.id
  const narrow = useEffectEvent(() => {
    if (!found || preferences.project) return
    saved.current = { ...known(), projectId: found.id }
    change({ project: found })
  })
  useEffect(() => {
    if (foundId) narrow()
  }, [foundId])
}

const choicesOf = ({ preferences, language }: FrameParts): DashboardPreferences => ({
  theme: preferences.theme,
  language: language.chosen,
  singleKeys: preferences.singleKeys,
  environment: preferences.environment,
  projectId: preferences.project?.id ?? null,
})

const namesOf = (choices: DashboardPreferences) => Object.keys(choices) as Choice[]

/** The choices that are others here than there. */
const differences = (here: DashboardPreferences, there: DashboardPreferences): readonly Choice[] =>
  namesOf(here).filter((name) => here[name] !== there[name])

const only = (choices: DashboardPreferences, names: readonly string[]): DashboardPreferences =>
  Object.fromEntries(Object.entries(choices).filter(([name]) => names.includes(name)))

const without = (choices: DashboardPreferences, names: ReadonlySet<string>): DashboardPreferences =>
  Object.fromEntries(Object.entries(choices).filter(([name]) => !names.has(name)))
