import type { Project } from '@sonaqor/contract/projects'
import { faultsOf, Field, FormDialog, Input, useText, useToast } from '@sonaqor/ui'
import { useState } from 'react'
import { ChangedMeanwhile } from './settings/changed-meanwhile.tsx'
import { leavingIn } from './deleted/leaving-in.ts'
import * as texts from './texts/en.ts'
import { isOutrun, useDraft } from './settings/use-draft.ts'
import { useChangeProject } from './use-project.ts'

export interface EditProjectDialogProps {
  readonly project: Project
  readonly onClose: () => void
}

const draftOf = ({ name, description }: Project) => ({ name, description: description ?? '' })

/** The name of a project and what it is for. */
export function EditProjectDialog({ project, onClose }: EditProjectDialogProps) {
  const say = useText()
  const toast = useToast()
  const save = useChangeProject(project.id)
  const { draft, seen, isTouched, isBehind, fill, begin, goOn } = useDraft(project, draftOf)
  const [asked, setAsked] = useState(false)

  const isNameless = draft.name.trim() === ''
  const faults = faultsOf(save.error, say)
  const submit = () => {
    setAsked(true)
    if (isNameless || isBehind) return
    const change = { name: draft.name.trim(), description: draft.description.trim() || null }
    save.mutate(
      { change, revision: seen.revision },
      {
        onSuccess: ({ name }) => {
          onClose()
          toast({ title: say(texts.hasBeenSaved, { name }), tone: 'success' })
        },
      },
    )
  }

  return (
    <FormDialog
      title={say(texts.editProjectTitle, { name: project.name })}
      onClose={onClose}
      leaving={isTouched ? leavingIn(say) : undefined}
      verb={say(texts.saveChanges)}
      isBusy={save.isPending}
      error={!isBehind && !isOutrun(save.error) ? save.error : undefined}
      onSubmit={submit}
    >
      {isBehind && (
        <ChangedMeanwhile
          disputes={[
            { field: say(texts.name), theirs: project.name, yours: draft.name },
            {
              field: say(texts.description),
              theirs: project.description ?? '',
              yours: draft.description,
            },
          ]}
          onTakeTheirs={() => begin(project)}
          onKeepYours={goOn}
        />
      )}
      <Field
        label={say(texts.name)}
        error={asked && isNameless ? say(texts.projectNeedsName) : faults['name']}
      >
        <Input
          value={draft.name}
          maxLength={80}
          autoComplete="off"
          onChange={(name) => fill({ name })}
        />
      </Field>
      <Field label={say(texts.description)} optional error={faults['description']}>
        <Input
          value={draft.description}
          maxLength={300}
          autoComplete="off"
          onChange={(description) => fill({ description })}
        />
      </Field>
    </FormDialog>
  )
}
