import { faultsOf, Field, FormDialog, Input, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from './texts/en.ts'
import { useSsoActs } from './use-security.ts'

/** Claims a domain; what proves it stands in the list afterwards. */
export function AddDomainDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useText()
  const toast = useToast()
  const { addDomain } = useSsoActs()
  const [domain, write] = useState('')
  const [asked, setAsked] = useState(false)
  const isOne = /^[^\s@]+\.[^\s@.]{2,}$/.test(domain.trim())
  const submit = () => {
    setAsked(true)
    if (!isOne) return
    addDomain.mutate(domain.trim(), {
      onSuccess: (added) => {
        onClose()
        const title = say(texts.domainAdded, { domain: added.domain })
        toast({ tone: 'success', title, detail: say(texts.domainAddedDetail) })
      },
    })
  }
  return (
    <FormDialog
      title={say(texts.addDomain)}
      onClose={onClose}
      verb={say(texts.addDomain)}
      isBusy={addDomain.isPending}
      error={addDomain.error}
      onSubmit={submit}
    >
      <Field
        label={say(texts.domain)}
        hint={say(texts.domainHint)}
        error={
          asked && !isOne ? say(texts.domainInvalid) : faultsOf(addDomain.error, say)['domain']
        }
      >
        <Input value={domain} autoComplete="off" spellCheck={false} onChange={write} />
      </Field>
    </FormDialog>
  )
}
