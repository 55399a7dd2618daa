/** `npm run sbom`: prints the bill of materials of what users install, as CycloneDX, from the lock alone. */
import { billOfMaterials } from './bill-of-materials.ts';

process.stdout.write(`${JSON.stringify(billOfMaterials(), null, 2)}\n`);
