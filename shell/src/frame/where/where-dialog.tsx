import type { ProjectRef } from '@sonaqor/module'
import { adopt, Button, Combobox, Dialog, Field, RadioGroup, searchIn, useText } from '@sonaqor/ui'
import { useEffect, useMemo, useRef } from 'react'
import * as texts from '../../texts/en.ts'
import { EnvironmentSwitch } from './environment-switch.tsx'
import type { FrameParts } from '../frame-parts.ts'
import { OtherTenants } from '../account/other-tenants.tsx'
import { fewProjects, nameOf, projectActs } from './project-acts.ts'
import { allProjects } from '../kept/preferences.ts'
import sheet from './where-dialog.css'

adopt(sheet)

export interface WhereDialogProps {
  readonly frame: FrameParts
  readonly onClose: () => void
}

/** Tenant, project and environment in one place. What is chosen holds at once; nothing is to be saved. */
export function WhereDialog({ frame, onClose }: WhereDialogProps) {
  const say = useText()
  const { me, preferences, change, onSwitch } = frame
  const others = me.tenants.filter(({ id }) => id !== me.tenant.id)
  return (
    <Dialog
      title={say(texts.whereYouAre)}
      onClose={onClose}
      actions={
        <Button look="primary" onClick={onClose}>
          {say(texts.done)}
        </Button>
      }
    >
      <div className="sq-places">
        <section className="sq-place" aria-labelledby="where-tenant">
          <h3 id="where-tenant" className="sq-place-title">
            {say(texts.tenant)}
          </h3>
          <p className="sq-place-name">{me.tenant.name}</p>
          {me.tenant.plan && (
            <p className="sq-place-note">{say(texts.planOfTenant, { plan: me.tenant.plan })}</p>
          )}
          <OtherTenants others={others} onSwitch={onSwitch} />
        </section>
        {me.scopes.includes('projects:read') && <ChooseProject frame={frame} onClose={onClose} />}
        <section className="sq-place" aria-labelledby="where-environment">
          <h3 id="where-environment" className="sq-place-title">
            {say(texts.environment)}
          </h3>
          <EnvironmentSwitch
            environments={me.environments}
            value={preferences.environment}
            onChange={(environment) => change({ environment })}
          />
        </section>
      </div>
    </Dialog>
  )
}

function ChooseProject({ frame, onClose }: WhereDialogProps) {
  const say = useText()
  const { projects, preferences, change } = frame
  const { project } = preferences
  const place = useRef<HTMLDivElement>(null)
  // The browser begins with the first answer there is, which is not the one that holds.
  useEffect(() => place.current?.querySelector<HTMLElement>(':checked')?.focus(), [])
  const choose = (id: string | undefined) =>
    change({ project: projects.all.find((one) => one.id === id) })
  return (
    <div ref={place} className="sq-place">
      {projects.all.length > fewProjects ? (
        <FindProject all={projects.all} project={project} onChoose={choose} />
      ) : (
        <RadioGroup
          label={say(texts.project)}
          options={[
            { value: allProjects, label: say(texts.allProjects) },
            ...projects.all.map((one) => ({ value: one.id, label: nameOf(one, say) })),
          ]}
          value={project?.id ?? allProjects}
          onChange={choose}
        />
      )}
      {projects.state === 'failed' && <p className="sq-place-note">{say(texts.projectsNotRead)}</p>}
      <div className="sq-place-acts">
        {projectActs(frame, say).map(({ id, label, icon, onChoose }) => (
          <Button
            key={id}
            icon={icon}
            onClick={() => {
              onClose()
              onChoose()
            }}
          >
            {label}
          </Button>
        ))}
      </div>
    </div>
  )
}

interface FindProjectProps {
  readonly all: readonly ProjectRef[]
  readonly project: ProjectRef | undefined
  readonly onChoose: (id: string | undefined) => void
}

/** Of very many, one is found by a few letters of its name; none of them means all. */
function FindProject({ all, project, onChoose }: FindProjectProps) {
  const say = useText()
  const search = useMemo(() => searchIn(all.map(({ id, name }) => ({ id, label: name }))), [all])
  return (
    <Field label={say(texts.project)}>
      <Combobox
        value={project && { id: project.id, label: nameOf(project, say) }}
        placeholder={say(texts.allProjects)}
        search={search}
        onChange={(choice) => onChoose(choice?.id)}
      />
    </Field>
  )
}
