// Builds what the browser gets into ../wwwroot, with fixed names: the desk adds a hash of the bytes to their addresses.
import { copyFileSync } from "node:fs";
import { defineConfig } from "vite";

const out = "../wwwroot/";

export default defineConfig({
  plugins: [{
    name: "files-beside",
    // The map's worker is loaded by its address, so that no page needs to run a script from a blob; the library's licence goes with it.
    closeBundle() {
      copyFileSync("node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs", out + "maplibre-gl-worker.mjs");
      copyFileSync("node_modules/maplibre-gl/LICENSE.txt", out + "licences.txt");
    },
  }],
  build: {
    outDir: out,
    emptyOutDir: false,
    target: "es2022",
    modulePreload: false,
    chunkSizeWarningLimit: 1200,
    rollupOptions: {
      input: { desk: "src/desk.ts", map: "src/map.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
