import type { Project } from '@sonaqor/contract/projects'
import { environmentTitles } from '@sonaqor/module'
import {
  Button,
  Dialog,
  faultsOf,
  Field,
  Form,
  Input,
  Refusal,
  Select,
  Textarea,
} from '@sonaqor/ui'
import { useState } from 'react'
import { emptyDraft, faultsInDraft, newAppOf, type AppDraft } from './app-draft.ts'
import { useCreateApp } from './use-projects.ts'

const environments = (['sandbox', 'production'] as const).map((value) => ({
  value,
  label: environmentTitles[value],
}))

export interface CreateAppDialogProps {
  readonly project: Project
  readonly onClose: () => void
}

export function CreateAppDialog({ project, onClose }: CreateAppDialogProps) {
  const create = useCreateApp()
  const [draft, setDraft] = useState(emptyDraft)
  const [asked, setAsked] = useState(false)
  const fill = (part: Partial<AppDraft>) => setDraft({ ...draft, ...part })

  const wrong = faultsInDraft(draft)
  const faults = asked ? { ...faultsOf(create.error), ...wrong } : {}
  const submit = () => {
    setAsked(true)
    if (Object.keys(wrong).length > 0) return
    create.mutate(newAppOf(draft, project.id), { onSuccess: onClose })
  }

  return (
    <Dialog title={`Create an app in ${project.name}`} onClose={onClose}>
      <Form
        onSubmit={submit}
        actions={
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button look="primary" type="submit" busy={create.isPending}>
              Create app
            </Button>
          </>
        }
      >
        <Field label="Name" error={faults['name']}>
          <Input
            value={draft.name}
            maxLength={80}
            autoComplete="off"
            onChange={(name) => fill({ name })}
          />
        </Field>
        <Field
          label="Environment"
          hint="Settled for good: everything that enters by this app belongs to it."
          error={faults['environment']}
        >
          <Select
            options={environments}
            value={draft.environment}
            onChange={(environment) => fill({ environment })}
          />
        </Field>
        <Field
          label="Origins"
          optional
          hint="The web pages that may embed modules of this app, one a line."
          error={faults['origins']}
        >
          <Textarea
            value={draft.origins}
            placeholder="https://portal.example.com"
            spellCheck={false}
            onChange={(origins) => fill({ origins })}
          />
        </Field>
        <Refusal error={create.error} />
      </Form>
    </Dialog>
  )
}
