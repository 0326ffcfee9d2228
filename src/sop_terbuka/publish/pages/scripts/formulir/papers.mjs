// Everything that answers become on paper, in one file that is loaded once somebody has answered.

import { fillDocx } from "./docx.mjs";
import { fillPdf } from "./pdf.mjs";
import { sheet } from "./print.mjs";

export const PENS = { fillDocx, fillPdf, sheet };
