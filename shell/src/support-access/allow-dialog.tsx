import type { SupportAccess } from '@sonaqor/contract/support-access'
import { useModule } from '@sonaqor/module'
import { FormDialog, useLocale, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import { nameOf } from './access-words.ts'
import { GivenFields, isComplete } from './given-fields.tsx'
import * as texts from './texts/en.ts'
import { timeOf } from './time-of.ts'
import { useAllow, type Given } from './use-support-access.ts'

export interface OfAccessProps {
  readonly of: SupportAccess
  readonly onClose: () => void
}

/** Gives what was asked for, or less of it. */
export function AllowDialog({ of: access, onClose }: OfAccessProps) {
  const say = useText()
  const toast = useToast()
  const locale = useLocale()
  const { principal } = useModule()
  const allow = useAllow()
  const [given, give] = useState<Given>(access)
  const [isAsked, setAsked] = useState(false)
  const name = nameOf(access, say)
  const submit = () => {
    setAsked(true)
    if (!isComplete(given)) return
    allow.mutate(
      { of: access, given },
      {
        onSuccess: ({ until }) => {
          onClose()
          toast({
            tone: 'success',
            title: say(texts.isOpened, { name, until: timeOf(until, locale) }),
          })
        },
      },
    )
  }
  return (
    <FormDialog
      title={say(texts.allowTitle, { name, tenant: principal.tenant.name })}
      onClose={onClose}
      verb={say(texts.allow)}
      isBusy={allow.isPending}
      error={allow.error}
      onSubmit={submit}
    >
      <p>{access.reason}</p>
      <GivenFields value={given} atMost={access} onChange={give} isAsked={isAsked} />
    </FormDialog>
  )
}
