using WmoPlatform.Contracts;

namespace WmoPlatform.Beschikkingen.Besluiten;

/// <summary>The proof that somebody acts for the applicant (Awb 2:1 lid 2). Their name and address are sealed, apart from it.</summary>
/// <param name="Van">De dag van de schriftelijke machtiging.</param>
/// <param name="Omvang">Waarvoor de machtiging geldt.</param>
/// <param name="Id">De machtiging; leeg als die er al was voordat brieven haar volgden.</param>
public sealed record Machtiging(DateOnly Van, Machtigingsomvang Omvang, Guid? Id = null)
{
    /// <summary>The machtiging for later decisions on the help that was granted; null when it does not cover them.</summary>
    internal Guid? VoorHulp => Omvang == Machtigingsomvang.OokHulp ? Id : null;

    /// <summary>The machtiging for a bezwaar; null when it does not cover that.</summary>
    internal Guid? VoorBezwaar => Omvang == Machtigingsomvang.DezeAanvraag ? null : Id;
}
