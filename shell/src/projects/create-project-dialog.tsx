import { DraftNotice, useDraft, useModule } from '@sonaqor/module'
import { faultsOf, Field, FormDialog, Input, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from './texts/en.ts'
import { leavingIn } from './deleted/leaving-in.ts'
import { useCreateProject } from './creating.ts'

/** What is written is kept, for who is interrupted; who leaves on purpose wants none of it. */
const nothingYet = { name: '', description: '' }

export function CreateProjectDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useText()
  const toast = useToast()
  const { project: only, navigate } = useModule()
  const create = useCreateProject()
  const draft = useDraft('projects.create', 'new', nothingYet)
  const { name, description } = draft.value
  const [asked, setAsked] = useState(false)

  const isNameless = name.trim() === ''
  const faults = faultsOf(create.error, say)
  const close = () => {
    draft.drop()
    onClose()
  }
  const submit = () => {
    setAsked(true)
    if (isNameless) return
    create.mutate(
      { name: name.trim(), description: description.trim() || undefined },
      {
        onSuccess: (project) => {
          close()
          toast({
            title: say(texts.hasBeenCreated, { name: project.name }),
            detail: say(only ? texts.projectCreatedElsewhere : texts.projectCreatedDetail),
            tone: 'success',
          })
          // Where one project is looked at alone, the new one would be out of sight.
          if (only) navigate('home.projects', { project: project.id })
        },
      },
    )
  }

  return (
    <FormDialog
      title={say(texts.createAProject)}
      onClose={close}
      leaving={name.trim() || description.trim() ? leavingIn(say) : undefined}
      verb={say(texts.createProject)}
      isBusy={create.isPending}
      error={create.error}
      onSubmit={submit}
    >
      <DraftNotice draft={draft} />
      <Field
        label={say(texts.name)}
        error={asked && isNameless ? say(texts.projectNeedsName) : faults['name']}
      >
        <Input
          value={name}
          maxLength={80}
          autoComplete="off"
          onChange={(next) => draft.change({ name: next })}
        />
      </Field>
      <Field label={say(texts.description)} optional error={faults['description']}>
        <Input
          value={description}
          maxLength={300}
          autoComplete="off"
          onChange={(next) => draft.change({ description: next })}
        />
      </Field>
    </FormDialog>
  )
}
