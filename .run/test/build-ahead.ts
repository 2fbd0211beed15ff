/**
 * Builds what the parts with a browser need, while the tests before them wait for clocks and databases.
 * It has the lowest priority, so that it takes from those what they leave. Who comes to need a build
 * that is under way waits for it at the lock of `.build`.
 */
import { constants, setPriority } from 'node:os'
import { build } from '../build.ts'
import { productParts, storybookPart } from '../build/parts.ts'

setPriority(constants.priority.PRIORITY_LOW)
await build({ parts: [...productParts(), storybookPart()] })
