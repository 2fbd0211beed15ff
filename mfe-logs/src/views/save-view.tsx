import type { LogView } from '@sonaqor/contract/log-views'
import { useModule, useWrite } from '@sonaqor/module'
import {
  Button,
  Checkbox,
  Dialog,
  Field,
  Form,
  Input,
  Refusal,
  useText,
  useToast,
} from '@sonaqor/ui'
import { useState } from 'react'
import * as common from '../texts/en.ts'
import * as texts from '../insight/texts/en.ts'

export interface SaveViewProps {
  readonly filter: LogView['filter']
  readonly onClose: () => void
}

const longest = 80

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
  const submit = () => {
    setAsked(true)
    if (name.trim()) saving.mutate()
  }
  return (
    <Dialog title={say(texts.saveView)} onClose={onClose}>
      <Form
        onSubmit={submit}
        actions={
          <>
            <Button onClick={onClose}>{say(common.cancel)}</Button>
            <Button type="submit" look="primary" busy={saving.isPending}>
              {say(texts.saveView)}
            </Button>
          </>
        }
      >
        <Field
          label={say(texts.viewName)}
          hint={say(texts.viewNameHint)}
          error={isAsked && !name.trim() ? say(texts.viewNameMissing) : undefined}
        >
          <Input value={name} maxLength={longest} onChange={setName} />
        </Field>
        <Checkbox label={say(texts.shareView)} checked={isShared} onChange={setShared} />
        <Refusal error={saving.error} />
      </Form>
    </Dialog>
  )
}
