import type { App } from '@sonaqor/contract/apps'
import { isHeldBy } from '@sonaqor/contract/ip-range'
import { useHold } from '@sonaqor/module'
import { faultsOf, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import { linesOf } from '../app/app-draft.ts'
import {
  changeOf,
  draftOfApp,
  faultsInSettings,
  faultsWhileTyped,
  strangeRanges,
  type SettingsDraft,
} from './settings-draft.ts'
import * as texts from '../texts/en.ts'
import { useChangeApp, useVerdict } from '../app/use-app.ts'
import { isOutrun, useDraft } from './use-draft.ts'

/** Whether a list shuts out whoever writes it: told before it is saved, and after it was. */
interface Warning {
  readonly when: 'none' | 'before' | 'after'
  /** How often it was asked, so that each time is a new one. */
  readonly asked: number
}

/** The settings of an app while they are written, and what is wrong with them. */
export function useSettings(app: App) {
  const say = useText()
  const toast = useToast()
  const ownAddress = useVerdict(app.id, '').data?.ip
  const { draft, seen, isTouched, isBehind, fill, begin, goOn } = useDraft(app, draftOfApp)
  const [wasSent, setSent] = useState(false)
  const [warning, warn] = useState<Warning>({ when: 'none', asked: 0 })
  const settle = () => warn({ ...warning, when: 'none' })
  const save = useChangeApp(app.id, ({ warnings, ...after }) => {
    begin(after)
    setSent(false)
    warn({ ...warning, when: warnings.length > 0 ? 'after' : 'none' })
    toast({ title: say(texts.hasBeenSaved, { name: after.name }), tone: 'success' })
  })

  useHold(
    isTouched ? { question: say(texts.discardEntered), leave: say(texts.discard) } : undefined,
  )

  const ranges = linesOf(draft.ranges)
  const shutsOut =
    ownAddress !== undefined &&
    ranges.length > 0 &&
    draft.ranges !== draftOfApp(seen).ranges &&
    !isHeldBy(ranges, ownAddress)
  const wrong = faultsInSettings(draft, say)
  const strange = strangeRanges(save.error, save.variables?.change.ipAllowlist ?? [])
  const faults: Readonly<Record<string, string>> = {
    ...faultsOf(save.error, say),
    ...(strange.length > 0 && {
      ipAllowlist: say(texts.noSuchRange, { text: strange.join(', ') }),
    }),
    ...(wasSent ? wrong : faultsWhileTyped(draft, say)),
  }
  const send = () => save.mutate({ change: changeOf(draft, seen), revision: seen.revision })

  return {
    draft,
    ownAddress,
    faults,
    warning,
    isTouched,
    isBehind,
    isSaving: save.isPending,
    /** What is told of the refusal as a whole; what is told elsewhere is not told again. */
    refusal: isBehind || isOutrun(save.error) || strange.length > 0 ? undefined : save.error,
    /** What was said of other words is not said of these. */
    write(part: Partial<SettingsDraft>) {
      settle()
      if (save.error) save.reset()
      fill(part)
    },
    submit() {
      setSent(true)
      if (Object.keys(wrong).length > 0 || isBehind || !isTouched) return
      if (shutsOut) warn({ when: 'before', asked: warning.asked + 1 })
      else send()
    },
    send,
    /** Goes back to the version of now. */
    discard() {
      settle()
      setSent(false)
      save.reset()
      begin(app)
    },
    /** Goes on with what was written, over the version of now. */
    goOn,
  }
}
