"""Whom a pronoun or a description means: somebody only where nobody else could be meant."""

from __future__ import annotations

import pytest

from factcheck.text import analyse

# A text, and who says its last words.
MEANT = [
    ("Omar al-Rashid said it fell. Al-Rashid said it was sad.", "Omar al-Rashid"),
    ("Omar al-Rashid said it fell. Rashid said it was sad.", "Omar al-Rashid"),
    ("Omar al-Rashid said it fell. “No,” al-Rashid said.", "Omar al-Rashid"),
    ("Faisal bin Omar said it fell. Bin Omar said it was sad.", "Faisal bin Omar"),
    ("J.K. Marlowe said it fell. Marlowe said it was sad.", "J.K. Marlowe"),
    ("The U.N. Charter was signed. The U.N. said it was old.", "U.N."),
    ("Ann Lee, a fellow at the Budget Institute and a former adviser to Bob Hill, said no.", "Ann Lee"),
    ("Ann Lee, a driver, and a nurse said no.", "Ann Lee and a nurse"),
    ("Craig Benning said he lied. City Auditor Femi Oduya disagreed. He said it was sad.", "He"),
    ("Mary Petrie said it fell. Oluchi Barnes wept. “It is sad,” she said.", "she"),
    ("Tom Hill said it fell. A neighbour said it rose. He said it was sad.", "He"),
    ("Tom Hill said it fell. A driver wept. “It is sad,” he said.", "he"),
    ("Tom Hill said it fell. It rose again. He said it was sad.", "Tom Hill"),
    ("Tom Hill said it fell. A bridge shook. He said it was sad.", "Tom Hill"),
    ("Bread, he said, is life.", "he"),
    # Nothing but a person is `he` or `she`.
    ("Tom Hill spoke in Honolulu last week. Days later he said it was sad.", "Tom Hill"),
    ("The Florida senator spoke. Florida votes in March. He said it was sad.", "He"),
    ("Ann Lee left Acme Rail in May. Acme Rail workers wept. She said it was sad.", "Ann Lee"),
    ("Ann Lee spoke before Super Tuesday. “It is sad,” she said.", "Ann Lee"),
    ("Lu Jiwei, who builds dams, wept. He said it was sad.", "Lu Jiwei"),
    ("The creation of the fund was praised. “It is sad,” he said.", "he"),
    ("Ann Lee said it fell. Tavi Obi said he lied. She said it was sad.", "She"),
    ("Raj Mondal said it fell. The commissioner denied it. “It is sad,” he said.", "he"),
    ("Joseph King said it fell. Mr King said it was sad.", "Joseph King"),
    ("Ann Bishop said it fell. Bishop said it was sad.", "Ann Bishop"),
    ("Born Thomas Holm in 1936, he left school. Holm said it was sad.", "Thomas Holm"),
    ("Helixia left the United States. The company said it was sad.", "The company"),
    ("Ann Baker left the firm. The firm, Baker and Sons, said it was sad.", "Baker and Sons"),
    ("The dam was praised by the Bank of Norland, which said it was sad.", "Bank of Norland"),
    ("Danilo Ferreira wept. The Portuguese said it was sad.", "Danilo Ferreira"),
    ("Ann Lee, 47, wept. The 47-year-old said it was sad.", "Ann Lee"),
    ("Ann Lee wept. “It is sad,” the former striker said.", "Ann Lee"),
    ("Tom Hill met Bob Lee. The Scot said it was sad.", "The Scot"),
    ("Tom Hill wept. The referee said it was sad.", "The referee"),
    ("She left Washington, D.C. He said it was sad.", "He"),
    ("Martin Goode died. “That is sad,” Mrs Goode said.", "Mrs Goode"),
    ("Tom Hill wept. His widow, Janet, left. “It is sad,” she said.", "Janet"),
    ("Kestrel Foods fell. Analysts at brokerage Dunmore wept. The company said it was sad.", "Kestrel Foods"),
    ("NAIROBI (Reuters) - The dam broke on Monday. Its owner said it was sad.", "Its owner"),
    # `It` and `they` are the nearest that stands out, or nobody.
    ("The Harbour Board met. It said it was sad.", "Harbour Board"),
    ("Four engineers left the Guild of Digital Workers. They said it was sad.", "They"),
    ("Campaign Rivals Meet Ann Lee In Hull\n\nTom Hill wept. He said it was sad.", "Tom Hill"),
    ("Acme fell. The Times reported the cuts. The company said no.", "The company"),
    ("The Harbour Board met. The regulator said it was sad.", "Harbour Board"),
    ("The Times denied it. The newspaper said it was sad.", "Times"),
    ("Novarel said it would close. The company said it was sad.", "Novarel"),
    ("Tom Hill wept. In the crowd was Joe Lee, 41. “It is sad,” he said.", "Joe Lee"),
    ("Auditors Deloitte said it was sad.", "Deloitte"),
    ("Eva Lee met Ann Poe. Eva Lee denied it. Ann Poe’s group wants it. She said it was sad.", "She"),
    ("Roy and Maureen Applegarth wept. Mr Applegarth said it was sad.", "Roy Applegarth"),
    ("Roy and Maureen Applegarth wept. Mrs Applegarth said it was sad.", "Maureen Applegarth"),
    ("Ann Roy and Maureen Applegarth wept. Ms Roy said it was sad.", "Ann Roy"),
    ("Tom Hill wept. Asked by Mr Poe whether he lied, he said it was sad.", "Tom Hill"),
    ("Chief quits, mayor says\n\nMayor Ann Lee wept. The mayor said it was sad.", "Ann Lee"),
    ("By Tom Hill\n\nThe dam broke on Monday. He said it was sad.", "He"),
    ("Ann Voss wept. Voss said it was sad. Her mother, Carla Voss, left.", "Ann Voss"),
    ("Ann Lee, CEO of Acme, was sad. The company said it was safe.", "The company"),
]


@pytest.mark.parametrize(("text", "name"), MEANT)
def test_a_pronoun_means_somebody_only_where_nobody_else_could_be_meant(text: str, name: str) -> None:
    assert analyse(text, language="en").attributions[-1].source_name == name
