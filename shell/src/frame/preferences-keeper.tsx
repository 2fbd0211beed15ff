import type { FrameParts } from './frame-parts.ts'
import { useKeptPreferences } from './use-kept-preferences.ts'

/** Keeps what is chosen with the server, and takes over what another device has chosen. Draws nothing. */
export function PreferencesKeeper({ frame }: { readonly frame: FrameParts }) {
  useKeptPreferences(frame)
  return null
}
