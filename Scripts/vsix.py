#!/usr/bin/env python3
"""Packs editors/vscode as a VSIX, which VS Code installs: python3 Scripts/vsix.py FILE. The same files, the same bytes."""
import json
import sys
import zipfile
from pathlib import Path
from xml.sax.saxutils import quoteattr

EDITORS = Path(__file__).parent.parent / "editors"
package = json.loads((EDITORS / "vscode/package.json").read_text())
files = {f"extension/{name}": EDITORS / "vscode" / name
         for name in ["client.js", "extension.js", "margins.js", "language-configuration.json", "package.json"]}
files["extension/journey.tmLanguage.json"] = EDITORS / "textmate/journey.tmLanguage.json"
manifest = f"""<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id={quoteattr(package["name"])} Version={quoteattr(package["version"])} \
Publisher={quoteattr(package["publisher"])}/>
    <DisplayName>{package["displayName"]}</DisplayName>
    <Description xml:space="preserve">{package["description"]}</Description>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value={quoteattr(package["engines"]["vscode"])}/>
    </Properties>
  </Metadata>
  <Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
  </Assets>
</PackageManifest>
"""
types = """<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="json" ContentType="application/json"/>
  <Default Extension="js" ContentType="application/javascript"/>
  <Default Extension="vsixmanifest" ContentType="text/xml"/>
</Types>
"""
parts = {"[Content_Types].xml": types.encode(), "extension.vsixmanifest": manifest.encode()}
parts |= {name: path.read_bytes() for name, path in files.items()}
with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as archive:
    for name, data in parts.items():
        archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
