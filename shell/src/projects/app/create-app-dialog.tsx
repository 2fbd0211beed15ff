import type { NewApp } from '@sonaqor/contract/apps'
import { environmentNames, useModule } from '@sonaqor/module'
import {
  faultsOf,
  Field,
  FormDialog,
  Input,
  RadioGroup,
  Select,
  Textarea,
  useText,
  useToast,
} from '@sonaqor/ui'
import { useState } from 'react'
import * as texts from '../texts/en.ts'
import { emptyDraft, faultsInDraft, isFilledIn, newAppOf, type AppDraft } from './app-draft.ts'
import { leavingIn } from '../deleted/leaving-in.ts'
import { useCreateApp } from '../creating.ts'
import type { ProjectHead } from '../use-projects.ts'

export interface CreateAppDialogProps {
  /** Those to which it may belong; of several, one is chosen here. */
  readonly projects: readonly [ProjectHead, ...ProjectHead[]]
  /** The environment to begin with, where one is missing; the one that is looked at else. */
  readonly startWith?: NewApp['environment']
  readonly onClose: () => void
}

/** A new app begins in the environment that is looked at. */
export function CreateAppDialog({ projects, startWith, onClose }: CreateAppDialogProps) {
  const say = useText()
  const toast = useToast()
  const { environment } = useModule()
  const create = useCreateApp()
  const [draft, setDraft] = useState<AppDraft>({
    ...emptyDraft,
    environment: startWith ?? environment,
  })
  const [projectId, chooseProject] = useState(projects[0].id)
  const [asked, setAsked] = useState(false)
  const fill = (part: Partial<AppDraft>) => setDraft({ ...draft, ...part })

  const wrong = faultsInDraft(draft, say)
  const faults = asked ? { ...faultsOf(create.error, say), ...wrong } : {}
  const submit = () => {
    setAsked(true)
    if (Object.keys(wrong).length > 0) return
    create.mutate(newAppOf(draft, projectId), {
      onSuccess: (app) => {
        onClose()
        toast({
          title: say(texts.hasBeenCreated, { name: app.name }),
          detail: say(texts.appCreatedDetail),
          tone: 'success',
        })
      },
    })
  }

  const isSettled = projects.length === 1
  return (
    <FormDialog
      title={
        isSettled ? say(texts.createAnAppIn, { project: projects[0].name }) : say(texts.createAnApp)
      }
      onClose={onClose}
      leaving={isFilledIn(draft) ? leavingIn(say) : undefined}
      verb={say(texts.createApp)}
      isBusy={create.isPending}
      error={create.error}
      onSubmit={submit}
    >
      {!isSettled && (
        <Field label={say(texts.project)} error={faults['projectId']}>
          <Select
            options={projects.map(({ id, name }) => ({ value: id, label: name }))}
            value={projectId}
            onChange={chooseProject}
          />
        </Field>
      )}
      <Field label={say(texts.name)} error={faults['name']}>
        <Input
          value={draft.name}
          maxLength={80}
          autoComplete="off"
          onChange={(name) => fill({ name })}
        />
      </Field>
      <RadioGroup
        label={say(texts.environment)}
        hint={say(texts.environmentIsSettled)}
        error={faults['environment']}
        options={[
          {
            value: 'sandbox',
            label: say(environmentNames.sandbox),
            hint: say(texts.sandboxHint),
          },
          {
            value: 'production',
            label: say(environmentNames.production),
            hint: say(texts.productionHint),
          },
        ]}
        value={draft.environment}
        onChange={(chosen) => fill({ environment: chosen })}
      />
      <Field
        label={say(texts.origins)}
        optional
        hint={say(texts.originsToWrite)}
        error={faults['origins']}
      >
        <Textarea
          value={draft.origins}
          placeholder="https://portal.example.com"
          spellCheck={false}
          onChange={(origins) => fill({ origins })}
        />
      </Field>
    </FormDialog>
  )
}
