import type { FrameParts } from '../frame-parts.ts'
import { useKeptPreferences } from './use-kept-preferences.ts'
import { useProjectThatIs } from '../where/use-project-that-is.ts'
import { WhereNews } from '../where/where-news.tsx'

/**
 * What goes on behind the frame once it stands: choices are kept for other devices, the project that is
 * looked at is held against those there are, and a change of place is said aloud. Nothing of it is seen.
 */
export function Keepers({ frame }: { readonly frame: FrameParts }) {
  const { projects, preferences, change } = frame
  useKeptPreferences(frame)
  useProjectThatIs(projects, preferences.project, (project) => change({ project }))
  return <WhereNews {...frame} />
}
