import { useModule } from '@sonaqor/module'
import { faultsOf, Field, FormDialog, Input, useLocale, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import { nameOf } from './access-words.ts'
import { everything, GivenFields, isComplete } from './given-fields.tsx'
import * as texts from './texts/en.ts'
import { timeOf } from './time-of.ts'
import { useOpenOneself, type Given } from './use-support-access.ts'

const reasonMax = 300

/** Lets whoever of Sonaqor helps look, before anybody has asked. */
export function OpenDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useText()
  const toast = useToast()
  const locale = useLocale()
  const { principal } = useModule()
  const open = useOpenOneself()
  const [reason, setReason] = useState('')
  const [given, give] = useState<Given>({ ...everything, minutes: 60 })
  const [isAsked, setAsked] = useState(false)
  const missing = isAsked && reason.trim() === '' ? say(texts.reasonMissing) : undefined
  const submit = () => {
    setAsked(true)
    if (reason.trim() === '' || !isComplete(given)) return
    open.mutate(
      { ...given, reason },
      {
        onSuccess: (access) => {
          const name = nameOf(access, say)
          onClose()
          toast({
            tone: 'success',
            title: say(texts.isOpened, { name, until: timeOf(access.until, locale) }),
          })
        },
      },
    )
  }
  return (
    <FormDialog
      title={say(texts.letThemLook, { tenant: principal.tenant.name })}
      onClose={onClose}
      verb={say(texts.allow)}
      isBusy={open.isPending}
      error={open.error}
      onSubmit={submit}
    >
      <Field
        label={say(texts.reason)}
        hint={say(texts.reasonHint)}
        error={missing ?? faultsOf(open.error, say)['reason']}
      >
        <Input value={reason} maxLength={reasonMax} autoComplete="off" onChange={setReason} />
      </Field>
      <GivenFields value={given} atMost={everything} onChange={give} isAsked={isAsked} />
    </FormDialog>
  )
}
