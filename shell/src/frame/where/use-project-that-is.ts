import type { ProjectRef } from '@sonaqor/module'
import { useToast, useText } from '@sonaqor/ui'
import { useEffect, useEffectEvent, useState } from 'react'
import * as texts from '../../texts/en.ts'
import type { KnownProjects } from './use-known-projects.ts'

/**
 * Holds the project that is looked at against those there are: it learns its name. One that is not
 * among them may have come a moment ago, so they are asked for once more; where it is gone, all of
 * them are shown again, with a word about it.
 */
export function useProjectThatIs(
  projects: KnownProjects,
  project: ProjectRef | undefined,
  onChange: (project: ProjectRef | undefined) => void,
): void {
  const say = useText()
  const toast = useToast()
  const found = project && projects.all.find(({ id }) => id === project.id)
  const isRenamed = found !== undefined && found.name !== project?.name
  const isStrange =
    project !== undefined && !found && projects.state === 'known' && projects.isWhole
  const stranger = isStrange ? project.id : undefined
  const [soughtFor, setSoughtFor] = useState<string>()
  const isGone = isStrange && soughtFor === stranger

  const learn = useEffectEvent(() => onChange(found))
  const tell = useEffectEvent(() => {
    const title = project?.name
      ? say(texts.projectGone, { name: project.name })
      : say(texts.projectGoneNameless)
    toast({ title, detail: say(texts.projectGoneDetail) })
  })
  const seek = useEffectEvent((id: string) => {
    void projects.readAgain().then((isRead) => isRead && setSoughtFor(id))
  })
  useEffect(() => {
    if (stranger) seek(stranger)
  }, [stranger])
  useEffect(() => {
    if (isRenamed || isGone) learn()
    if (isGone) tell()
  }, [isRenamed, isGone])
}
