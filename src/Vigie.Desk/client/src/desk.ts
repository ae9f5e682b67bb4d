// Keys and small comforts of every page. Each page also works without this module.
import { followKeys } from "./keys";
import { walkFields } from "./fields";
import { findTypes } from "./fuzzy";
import { findPlaces } from "./places";
import { takePassages } from "./passages";

followKeys();
walkFields();
for (const select of document.querySelectorAll<HTMLSelectElement>("select[data-fuzzy]")) findTypes(select);
for (const input of document.querySelectorAll<HTMLInputElement>("input[data-places]")) findPlaces(input);
takePassages();
