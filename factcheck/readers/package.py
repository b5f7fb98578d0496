"""Documents that are ZIP archives of XML, looked at before anything is unpacked."""

from __future__ import annotations

import io
import zipfile

from factcheck.errors import BadInput

# A novel with pictures has some hundred parts; its text unpacks to a few MB, at a ratio of 10 or so.
MOST_PARTS, MOST_UNPACKED, MOST_RATIO = 3000, 60_000_000, 150
# Below this size a high ratio is no danger.
_SMALL = 1_000_000
_XML = (".xml", ".rels")
_DECLARATIONS = (b"<!doctype", b"<!entity")


def check_package(data: bytes, kind: str) -> None:
    """Refuse an archive that is none, or unpacks to too much, or declares entities in its XML.

    Sizes come from the archive's own directory, by which the unpacking is bound as well; no part is
    unpacked whole. Raises BadInput.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
            _check_sizes(parts, kind)
            for part in parts:
                if part.filename.lower().endswith(_XML):
                    with archive.open(part) as opened:
                        end = b""
                        while piece := opened.read(1_000_000):
                            _check_declarations(end + piece, kind)
                            end = piece[-40:]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise BadInput(f"That is no {kind} document: {error}.", "Save it anew, or as plain text.") from error


def _check_sizes(parts: list[zipfile.ZipInfo], kind: str) -> None:
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts) or 1
    if (
        len(parts) > MOST_PARTS
        or unpacked > MOST_UNPACKED
        or (unpacked > _SMALL and unpacked > MOST_RATIO * packed)
    ):
        raise BadInput(
            f"That {kind} document unpacks to {unpacked / 1e6:,.0f} MB in {len(parts)} parts.",
            "Take the pictures out, or save its text alone.",
        )


def _check_declarations(piece: bytes, kind: str) -> None:
    plain = piece.replace(b"\0", b"").lower()
    if any(one in plain for one in _DECLARATIONS):
        raise BadInput(
            f"The XML in that {kind} document declares entities, which none needs.",
            "Save it anew, or as plain text.",
        )
