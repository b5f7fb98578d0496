"""First names that are clearly a man's or a woman's in English-language news, for `he` and `she`."""

from __future__ import annotations

from typing import Final

from factcheck.text.wordlists import words

_MEN: Final = words(
    """
    james john robert michael william david richard joseph thomas charles christopher daniel matthew
    anthony mark donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason
    jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
    gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose henry adam douglas nathan
    peter zachary kyle walter harold jeremy ethan carl keith roger gerald christian terry sean arthur
    austin noah lawrence jesse joe bryan billy bruce albert willie gabriel alan juan logan wayne ralph roy
    eugene randy vincent russell louis philip bobby johnny bradley mike bill bob jim tom dan steve dave
    chris matt tony ted fred jeff greg ken ron tim rick rob sam ben nick alex max leo oscar hugo luis
    carlos miguel pedro antonio manuel francisco jorge fernando rafael diego javier ahmed mohammed
    muhammad mohamed ali omar hassan hussein ibrahim yusuf mustafa vladimir dmitry sergei ivan boris igor
    mikhail andrei oleg hans klaus jürgen wolfgang stefan jan lars erik sven pierre jean françois michel
    jacques andré luc marc giovanni marco giuseppe paolo luca kenji hiroshi takashi wei jun barack joe
    bernie emmanuel olaf rishi boris keir nigel graham neil ian simon martin colin derek trevor stuart
    malcolm rupert harry charlie oliver adrian adrianus bernard maurice felix kurt karl otto newt marc
    mitt mitch rand ted marco jeb reince rudy chuck doug don ed phil pete ray earl lewis cory reginald
    """
)
_WOMEN: Final = words(
    """
    mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra
    margaret ashley kimberly emily donna michelle carol amanda melissa deborah stephanie dorothy rebecca
    sharon laura cynthia amy kathleen angela shirley brenda emma anna pamela nicole samantha katherine
    christine helen debra rachel carolyn janet maria catherine heather diane olivia julie joyce victoria
    ruth virginia lauren kelly christina joan evelyn judith andrea hannah megan cheryl jacqueline martha
    madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice judy isabella julia
    grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla
    alexis lori marie kate jane jill beth sue ellen claire lucy alison fiona helena eva ana elena sofia
    carmen lucia rosa isabel beatriz ines fatima aisha leila layla zainab nadia yasmin olga natalia
    svetlana tatiana irina ekaterina ursula angela heidi ingrid greta astrid petra monika sabine anja
    brigitte françoise isabelle giulia chiara francesca yuki mei kamala hillary nikki ivanka melania
    theresa liz nicola priya indira malala mireille sylvie camille élodie chloé zoe phoebe naomi esther
    miriam leah kellyanne carly elise kirsten tulsi
    """
) - {"jean"}


def gender_of(first_name: str) -> str | None:
    """`he` or `she` for a first name that leaves no doubt, else None."""
    name = first_name.lower()
    man, woman = name in _MEN, name in _WOMEN
    if man == woman:
        return None
    return "he" if man else "she"
