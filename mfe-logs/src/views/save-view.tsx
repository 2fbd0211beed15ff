import { logViewNameMax } from '@sonaqor/contract/log-view-bounds'
import type { LogView } from '@sonaqor/contract/log-views'
import { useModule, useWrite } from '@sonaqor/module'
import { Checkbox, faultsOf, Field, FormDialog, Input, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../insight/texts/en.ts'

export interface SaveViewProps {
  readonly filter: LogView['filter']
  readonly onClose: () => void
}

/** Asks for the name under which what is shown is kept. */
export function SaveView({ filter, onClose }: SaveViewProps) {
  const say = useText()
  const toast = useToast()
  const { api } = useModule()
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const [isAsked, setAsked] = useState(false)
  const saving = useWrite({
    areas: ['log-views'],
    write: () => api.logViews.save({ body: { name: name.trim(), filter, isShared } }),
    onSuccess: (view) => {
      toast({ tone: 'success', title: say(texts.viewSaved, { name: view.name }) })
      onClose()
    },
  })
  const refused = faultsOf(saving.error, say)['name']
  const rename = (next: string) => {
    setName(next)
    saving.reset()
  }
  const submit = () => {
    setAsked(true)
    if (name.trim()) saving.mutate()
  }
  return (
    <FormDialog
      title={say(texts.saveView)}
      verb={say(texts.saveView)}
      isBusy={saving.isPending}
      error={refused ? undefined : saving.error}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label={say(texts.viewName)}
        hint={say(texts.viewNameHint)}
        error={isAsked && !name.trim() ? say(texts.viewNameMissing) : refused}
      >
        <Input value={name} maxLength={logViewNameMax} onChange={rename} />
      </Field>
      <Checkbox label={say(texts.shareView)} checked={isShared} onChange={setShared} />
    </FormDialog>
  )
}
